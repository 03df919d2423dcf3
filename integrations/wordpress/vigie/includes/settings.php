<?php
/**
 * The settings: four values of the site, none of its visitors.
 *
 * @package Vigie
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What is set, each value checked anew: an option may have been written by something else.
 *
 * @return array{server: string, theme: string, accent: string, everywhere: bool}
 */
function vigie_settings() {
	return vigie_checked( get_option( VIGIE_OPTION, array() ) );
}

/**
 * The settings with what cannot be used left empty.
 *
 * @param mixed $given What a form or the database holds.
 * @return array{server: string, theme: string, accent: string, everywhere: bool}
 */
function vigie_checked( $given ) {
	$given  = is_array( $given ) ? $given : array();
	$text   = static function ( $name ) use ( $given ) {
		return isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? trim( $given[ $name ] ) : '';
	};
	$server = esc_url_raw( $text( 'server' ), array( 'https', 'http' ) );
	$theme  = $text( 'theme' );
	$accent = strtolower( $text( 'accent' ) );
	return array(
		'server'     => preg_match( '#^https?://[^/?\#\s]+(/[^?\#\s]*)?$#i', $server ) ? $server : '',
		'theme'      => in_array( $theme, array( 'light', 'dark' ), true ) ? $theme : '',
		'accent'     => preg_match( '/^#[0-9a-f]{6}$/', $accent ) ? $accent : '',
		'everywhere' => ! empty( $given['everywhere'] ),
	);
}

/**
 * The settings as they are kept when the form is sent; what is refused is told above it.
 *
 * @param mixed $given What the form holds.
 * @return array{server: string, theme: string, accent: string, everywhere: bool}
 */
function vigie_sanitize( $given ) {
	$kept    = vigie_checked( $given );
	$refused = array(
		'server' => 'L’adresse du serveur n’en est pas une : écrivez-la en entier, par exemple https://vigie.example.org',
		'accent' => 'La couleur n’en est pas une : écrivez # et six chiffres de 0 à f, par exemple #0b5f6b',
	);
	foreach ( $refused as $name => $words ) {
		if ( is_array( $given ) && ! empty( $given[ $name ] ) && '' === $kept[ $name ] ) {
			add_settings_error( VIGIE_OPTION, 'vigie-' . $name, $words );
		}
	}
	return $kept;
}

/** The option and its form, which WordPress protects with a nonce. */
function vigie_register() {
	register_setting(
		VIGIE_OPTION,
		VIGIE_OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => 'vigie_sanitize',
			'default'           => array(),
			'show_in_rest'      => false,
		)
	);
}

/** The page "Vigie" under "Réglages". */
function vigie_menu() {
	add_options_page( 'Vigie', 'Vigie', 'manage_options', VIGIE_OPTION, 'vigie_page' );
}

/** The form. */
function vigie_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = vigie_settings();
	$themes   = array(
		''      => 'celui du lecteur',
		'light' => 'clair',
		'dark'  => 'sombre',
	);
	?>
	<div class="wrap">
		<h1>Vigie</h1>
		<form action="options.php" method="post">
			<?php settings_fields( VIGIE_OPTION ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="vigie-server">Adresse du serveur Vigie</label></th>
					<td>
						<input type="url" class="regular-text" id="vigie-server" name="vigie[server]" required
							value="<?php echo esc_attr( $settings['server'] ); ?>" placeholder="https://vigie.example.org">
						<p class="description">Ce serveur doit nommer votre site dans son réglage
							<code>VIGIE_ORIGINS=<?php echo esc_html( vigie_origin() ); ?></code>.</p>
					</td>
				</tr>
				<tr>
					<th scope="row">Où</th>
					<td>
						<label><input type="checkbox" name="vigie[everywhere]" value="1"<?php checked( $settings['everywhere'] ); ?>>
							Un bouton en bas de toutes les pages</label>
						<p class="description">Dans une seule page : le code court <code>[vigie]</code>.</p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="vigie-theme">Thème</label></th>
					<td>
						<select id="vigie-theme" name="vigie[theme]">
							<?php foreach ( $themes as $value => $name ) : ?>
								<option value="<?php echo esc_attr( $value ); ?>"<?php selected( $settings['theme'], $value ); ?>><?php echo esc_html( $name ); ?></option>
							<?php endforeach; ?>
						</select>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="vigie-accent">Couleur</label></th>
					<td>
						<input type="text" id="vigie-accent" name="vigie[accent]" pattern="#[0-9A-Fa-f]{6}" placeholder="#0b5f6b"
							value="<?php echo esc_attr( $settings['accent'] ); ?>">
						<p class="description"># et six chiffres de 0 à f. Elle est foncée ou éclaircie juste assez pour être lue.</p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

/**
 * The origin of the site, as browsers tell it to Vigie.
 *
 * @return string
 */
function vigie_origin() {
	$parts = wp_parse_url( home_url() );
	$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return $parts['scheme'] . '://' . $parts['host'] . $port;
}
