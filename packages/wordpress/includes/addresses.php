<?php
/**
 * Addresses of widgets that stand alone in a line (`https://…/embed/wayfinder?area=…`), as every editor may write them.
 *
 * @package Amtsweg
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'amtsweg_register_addresses' );

/**
 * Pages get the element, without asking the server; the editor's preview asks it by oEmbed.
 */
function amtsweg_register_addresses(): void {
	$server = amtsweg_setting( 'server' );
	if ( '' === $server ) {
		return;
	}
	$widgets = implode( '|', array_keys( amtsweg_widgets() ) );
	wp_embed_register_handler( 'amtsweg', '#^' . preg_quote( $server, '#' ) . "/embed/($widgets)(?:\?(.*))?\$#", 'amtsweg_embed' );
	wp_oembed_add_provider( "$server/embed/*", "$server/oembed" );
}

/**
 * The element for an address.
 *
 * @param string[] $found The widget's name, and the query if there is one; `&` may be written as in HTML.
 */
function amtsweg_embed( array $found ): string {
	parse_str( html_entity_decode( $found[2] ?? '', ENT_QUOTES, 'UTF-8' ), $options );
	// An address means what it says: without an area, readers are asked.
	return amtsweg_snippet( $found[1], $options + array( 'area' => '' ) );
}
