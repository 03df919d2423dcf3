<?php
/**
 * Plugin Name:       Vigie
 * Description:       Met sur vos pages l’assistant Vigie : « Traite aux États-Unis : qui fait quoi ? ». Sans cookie, sans suivi.
 * Version:           0.9.0
 * Requires at least: 5.7
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       vigie
 *
 * @package Vigie
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The one option of the plugin: server, theme, accent, everywhere. */
const VIGIE_OPTION = 'vigie';

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/tag.php';

add_action( 'wp_footer', 'vigie_footer' );
add_shortcode( 'vigie', 'vigie_shortcode' );
add_action( 'admin_init', 'vigie_register' );
add_action( 'admin_menu', 'vigie_menu' );
