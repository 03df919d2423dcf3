<?php
/**
 * What visitors' browsers get: the tag of web/README.md, and nothing else.
 *
 * @package Vigie
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The address of the script on the server; '' while no server is set.
 *
 * @return string
 */
function vigie_script() {
	$server = vigie_settings()['server'];
	return '' === $server ? '' : trailingslashit( $server ) . 'widget.js';
}

/**
 * Theme and accent as HTML attributes, each preceded by a space.
 *
 * @param string $prefix 'data-' on the script of the button, '' on the element.
 * @return string
 */
function vigie_looks( $prefix ) {
	$html     = '';
	$settings = vigie_settings();
	foreach ( array( 'theme', 'accent' ) as $name ) {
		if ( '' !== $settings[ $name ] ) {
			$html .= ' ' . $prefix . $name . '="' . esc_attr( $settings[ $name ] ) . '"';
		}
	}
	return $html;
}

/**
 * The script tag. A page may get it twice, from a shortcode and from the footer: the loader is made
 * for that. "Once a page" cannot be counted here, as other plugins render contents that are not shown.
 *
 * @param string $attributes HTML attributes of the tag, already escaped.
 * @return string
 */
function vigie_script_tag( $attributes = '' ) {
	$script = vigie_script();
	// Written out, not enqueued, as the loader reads the attributes of its own tag.
	return '' === $script ? '' : '<script src="' . esc_url( $script ) . '" defer' . $attributes . "></script>\n"; // phpcs:ignore WordPress.WP.EnqueuedResources
}

/** The button, at the end of each page, where that is chosen. */
function vigie_footer() {
	if ( vigie_settings()['everywhere'] ) {
		echo vigie_script_tag( vigie_looks( 'data-' ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped where it is made.
	}
}

/**
 * [vigie]: the assistant in the page. [vigie]…[/vigie]: with what is shown without JavaScript.
 *
 * @param array|string $attributes Attributes of the shortcode: title.
 * @param string|null  $content    What stands between its tags.
 * @return string
 */
function vigie_shortcode( $attributes, $content = null ) {
	if ( '' === vigie_script() ) {
		return current_user_can( 'manage_options' )
			? '<p>' . esc_html( 'Vigie : donnez l’adresse de votre serveur dans Réglages › Vigie.' ) . '</p>'
			: '';
	}
	$given = shortcode_atts( array( 'title' => '' ), $attributes, 'vigie' );
	$title = '' === $given['title'] ? '' : ' title="' . esc_attr( $given['title'] ) . '"';
	$own   = '' === trim( (string) $content ) ? VIGIE_HELP : wp_kses_post( $content );
	return '<vigie-chat inline' . $title . vigie_looks( '' ) . ">\n  " . $own . "\n</vigie-chat>\n" . vigie_script_tag();
}

/** Whom to call: shown without JavaScript, and when the server does not answer. */
const VIGIE_HELP = '<p>Besoin d’aide, aux États-Unis ? <a href="tel:+18883737888">1-888-373-7888</a>, à toute heure.</p>';
