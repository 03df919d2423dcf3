<?php
/**
 * What WordPress runs when the plugin is deleted: its one option goes.
 *
 * @package Vigie
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

delete_option( 'vigie' );
