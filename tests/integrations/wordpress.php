<?php
/**
 * The plugin outside of WordPress: php wordpress.php CASE, where CASE is JSON
 * {"settings": what the database holds, "do": what to do, "with": its arguments, "admin": who asks}.
 *
 * Where the environment names a WordPress in VIGIE_WORDPRESS, its own functions escape, clean and run
 * shortcodes; else those below, which do what the plugin needs of them.
 */

error_reporting( E_ALL );
set_error_handler(
	static function ( $level, $message, $file, $line ) {
		if ( error_reporting() & $level ) {
			throw new ErrorException( $message, 0, $level, $file, $line );
		}
		return false;
	},
	E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED
);

$told  = json_decode( $argv[1], true );
$hooks = array();
$codes = array();

define( 'VIGIE_PLUGIN', dirname( __DIR__, 2 ) . '/integrations/wordpress/vigie/' );
// Deleting an option takes a database: that one call is not WordPress's own here.
$core = 'uninstall' === $told['do'] ? '' : (string) getenv( 'VIGIE_WORDPRESS' );
define( 'ABSPATH', '' === $core ? VIGIE_PLUGIN : rtrim( $core, '/' ) . '/' );
if ( '' !== $core ) {
	define( 'WPINC', 'wp-includes' );
	define( 'WP_DEBUG', false );
	foreach ( array( 'compat', 'plugin', 'load', 'pomo/translations', 'l10n', 'functions', 'formatting', 'kses', 'shortcodes', 'http', 'link-template', 'general-template' ) as $file ) {
		require_once ABSPATH . WPINC . "/$file.php";
	}
}

/* What the harness answers in the place of a database, a person and the admin pages. */
function vigie_stored( $name ) {
	global $told;
	$site = array(
		'blog_charset' => 'UTF-8',
		'home'         => 'https://www.example.org:8443/blog',
		'vigie'        => $told['settings'],
	);
	return $site[ $name ] ?? false;
}
function current_user_can( $what ) {
	global $told;
	return 'manage_options' === $what && ! empty( $told['admin'] );
}
function add_options_page( ...$page ) {
	global $hooks;
	$hooks['page'] = $page;
}
function add_settings_error( $setting, $code, $message ) {
	fwrite( STDERR, "$code: $message\n" );
}
function settings_fields( $group ) {
	echo "<input type='hidden' name='option_page' value='$group'>";
}
function submit_button() {
	echo '<button type="submit">Enregistrer</button>';
}
if ( '' !== $core ) {
	add_filter(
		'pre_option',
		static function ( $found, $name ) {
			$stored = vigie_stored( $name );
			return false === $stored && 'vigie' === $name ? array() : $stored; // false asks the database.
		},
		10,
		2
	);
}

/* What WordPress does itself where it is there. */
if ( '' === $core ) {
	function get_option( $name ) {
		return vigie_stored( $name );
	}
	function delete_option( $name ) {
		echo "deleted $name\n";
	}
	function register_setting( $group, $name, $how ) {
		add_action( "sanitize_option_$name", $how['sanitize_callback'] );
	}
	function apply_filters( $name, $value ) {
		global $hooks;
		return $hooks[ $name ]( $value );
	}
	function home_url() {
		return vigie_stored( 'home' );
	}
	function add_action( $name, $what ) {
		global $hooks;
		$hooks[ $name ] = $what;
	}
	function do_action( $name ) {
		global $hooks;
		$hooks[ $name ]();
	}
	function add_shortcode( $name, $what ) {
		global $codes;
		$codes[ $name ] = $what;
	}
	function do_shortcode( $text ) {
		global $codes;
		return preg_replace_callback(
			'#\[vigie((?: \w+="[^"]*")*)\](?:(.*?)\[/vigie\])?#s',
			static function ( $found ) use ( $codes ) {
				preg_match_all( '#(\w+)="([^"]*)"#', $found[1], $pairs );
				return $codes['vigie']( array_combine( $pairs[1], $pairs[2] ), $found[2] ?? '' );
			},
			$text
		);
	}
	function shortcode_atts( $defaults, $given ) {
		return array_intersect_key( $given, $defaults ) + $defaults;
	}
	function esc_html( $text ) {
		return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
	}
	function esc_attr( $text ) {
		return esc_html( $text );
	}
	function esc_url_raw( $url, $protocols = array( 'http', 'https' ) ) {
		$url    = preg_replace( '/[^a-z0-9-~+_.?#=!&;,\/:%@$|*\'()\[\]]/i', '', $url );
		$scheme = strtolower( (string) parse_url( $url, PHP_URL_SCHEME ) );
		return '' === $scheme || in_array( $scheme, $protocols, true ) ? $url : '';
	}
	function esc_url( $url ) {
		return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), esc_url_raw( $url ) );
	}
	function wp_kses_post( $html ) {
		return preg_replace( '/ on\w+="[^"]*"/', '', strip_tags( $html, '<p><a><ul><li><strong>' ) );
	}
	function trailingslashit( $text ) {
		return rtrim( $text, '/\\' ) . '/';
	}
	function wp_parse_url( $url ) {
		return parse_url( $url );
	}
	function checked( $is ) {
		echo $is ? " checked='checked'" : '';
	}
	function selected( $one, $other ) {
		echo $one === $other ? " selected='selected'" : '';
	}
}

if ( 'uninstall' === $told['do'] ) {
	define( 'WP_UNINSTALL_PLUGIN', 'vigie/vigie.php' );
	require VIGIE_PLUGIN . 'uninstall.php';
	exit;
}
require VIGIE_PLUGIN . 'vigie.php';
switch ( $told['do'] ) {
	case 'footer':
		do_action( 'wp_footer' );
		break;
	case 'shortcode':
		echo do_shortcode( $told['with'] );
		break;
	case 'save':
		do_action( 'admin_init' );
		echo json_encode( apply_filters( 'sanitize_option_vigie', $told['with'], 'vigie', $told['with'] ) );
		break;
	case 'page':
		do_action( 'admin_menu' );
		$hooks['page'][4]();
		break;
}
