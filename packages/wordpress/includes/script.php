<?php
/**
 * The script tag, once in the head of every page: links and `div`s in any text become widgets too.
 *
 * @package Amtsweg
 */

defined( 'ABSPATH' ) || exit;

add_action( 'wp_enqueue_scripts', 'amtsweg_reserve_room' );
add_action( 'wp_head', 'amtsweg_print_script' );

/**
 * A few lines of CSS that keep a widget's room free, so that nothing moves when it comes.
 */
function amtsweg_reserve_room(): void {
	if ( '' !== amtsweg_setting( 'server' ) ) {
		// Without a version, which the rule wants: it would be WordPress', and the server says itself how long it may be kept.
		wp_enqueue_style( 'amtsweg-reserve', amtsweg_setting( 'server' ) . '/assets/reserve.css', array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
}

/**
 * A module. Plugins that put a nonce on scripts find it by WordPress's own filter `wp_script_attributes`.
 */
function amtsweg_print_script(): void {
	if ( '' !== amtsweg_setting( 'server' ) ) {
		wp_print_script_tag(
			array(
				'type' => 'module',
				'src'  => amtsweg_setting( 'server' ) . '/v1/embed.js',
			)
		);
	}
}
