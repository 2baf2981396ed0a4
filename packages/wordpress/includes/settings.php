<?php
/**
 * The option `amtsweg` and its page: which server, and for which area where a widget names none.
 *
 * @package Amtsweg
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', 'amtsweg_register_settings' );
add_action( 'admin_menu', 'amtsweg_add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( dirname( __DIR__ ) . '/amtsweg.php' ), 'amtsweg_link_settings' );

/**
 * One of the settings, empty where it was never saved.
 *
 * @param string $name `server` (an origin without a slash at its end) or `area` (digits).
 */
function amtsweg_setting( string $name ): string {
	$saved = get_option( 'amtsweg' );
	return is_array( $saved ) && isset( $saved[ $name ] ) ? (string) $saved[ $name ] : '';
}

/**
 * Says what is kept, and who checks it.
 */
function amtsweg_register_settings(): void {
	register_setting(
		'amtsweg',
		'amtsweg',
		array(
			'type'              => 'array',
			'sanitize_callback' => 'amtsweg_checked_settings',
		)
	);
	add_settings_section( 'amtsweg', '', '__return_null', 'amtsweg' );
	add_settings_field( 'server', __( 'Address of the Amtsweg server', 'amtsweg' ), 'amtsweg_show_field', 'amtsweg', 'amtsweg', array( 'label_for' => 'amtsweg-server' ) );
	add_settings_field( 'area', __( 'Area', 'amtsweg' ), 'amtsweg_show_field', 'amtsweg', 'amtsweg', array( 'label_for' => 'amtsweg-area' ) );
}

/**
 * Keeps what can work; what cannot is said, and the old value stays.
 *
 * @param mixed $given What the form sent.
 * @return array{server: string, area: string}
 */
function amtsweg_checked_settings( $given ): array {
	$given  = is_array( $given ) ? $given : array();
	$server = amtsweg_origin_of( trim( (string) ( $given['server'] ?? '' ) ) );
	$area   = preg_replace( '/\s/', '', (string) ( $given['area'] ?? '' ) );
	if ( null === $server ) {
		$server = amtsweg_setting( 'server' );
		add_settings_error( 'amtsweg', 'server', __( 'The address must begin with https:// and name a server only, such as https://amtsweg.example.de. The old one was kept.', 'amtsweg' ) );
	}
	if ( ! preg_match( '/^(\d{2}|\d{5}|\d{8,9}|\d{12})?$/', $area ) ) {
		$area = amtsweg_setting( 'area' );
		add_settings_error( 'amtsweg', 'area', __( 'An area has 2 (Land), 5 (Kreis), 9 (Amt), 12 (Gemeinde, ARS) or 8 digits (AGS). The old one was kept.', 'amtsweg' ) );
	}
	return array(
		'server' => $server,
		'area'   => $area,
	);
}

/**
 * Scheme, host and port; empty for nothing, null for what is no such address. Plain http is for trying on one's own computer.
 *
 * @param string $address What was typed.
 */
function amtsweg_origin_of( string $address ): ?string {
	if ( '' === $address ) {
		return '';
	}
	$parts = wp_parse_url( $address );
	$host  = $parts['host'] ?? '';
	$local = in_array( $host, array( 'localhost', '127.0.0.1' ), true );
	$safe  = 'https' === ( $parts['scheme'] ?? '' ) || ( $local && 'http' === ( $parts['scheme'] ?? '' ) );
	$more  = array_diff( array_keys( (array) $parts ), array( 'scheme', 'host', 'port', 'path' ) );
	if ( ! $safe || '' === $host || $more || '' !== trim( $parts['path'] ?? '', '/' ) || preg_match( '/[\s"\'<>]/', $host ) ) {
		return null;
	}
	return $parts['scheme'] . '://' . $host . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/**
 * Adds "Settings → Amtsweg".
 */
function amtsweg_add_settings_page(): void {
	add_options_page( 'Amtsweg', 'Amtsweg', 'manage_options', 'amtsweg', 'amtsweg_show_settings_page' );
}

/**
 * Leads from the list of plugins to the settings.
 *
 * @param string[] $links What stands below the plugin's name.
 * @return string[]
 */
function amtsweg_link_settings( array $links ): array {
	return array_merge(
		array( sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=amtsweg' ) ), esc_html__( 'Settings', 'amtsweg' ) ) ),
		$links
	);
}

/**
 * One field with its help.
 *
 * @param array{label_for: string} $field Its id, `amtsweg-` and the setting's name.
 */
function amtsweg_show_field( array $field ): void {
	$name = substr( $field['label_for'], strlen( 'amtsweg-' ) );
	$help = array(
		'server' => __( 'Readers’ browsers load the widgets from there, and nothing from anybody else.', 'amtsweg' ),
		'area'   => __( 'Key of your area (ARS or AGS), for widgets that name none. Left out, readers are asked where they live.', 'amtsweg' ),
	);
	printf(
		'<input class="regular-text code" id="%1$s" name="amtsweg[%2$s]" type="text" inputmode="%3$s" value="%4$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%5$s</p>',
		esc_attr( $field['label_for'] ),
		esc_attr( $name ),
		'server' === $name ? 'url' : 'numeric',
		esc_attr( amtsweg_setting( $name ) ),
		esc_html( $help[ $name ] )
	);
}

/**
 * The page, with the lines that a site with a Content Security Policy needs.
 */
function amtsweg_show_settings_page(): void {
	echo '<div class="wrap"><h1>Amtsweg</h1><form action="options.php" method="post">';
	settings_fields( 'amtsweg' );
	do_settings_sections( 'amtsweg' );
	submit_button();
	echo '</form>';
	$server = amtsweg_setting( 'server' );
	if ( '' !== $server ) {
		printf(
			'<h2>%1$s</h2><p>%2$s</p><pre>script-src %3$s;%4$sconnect-src %3$s;%4$sstyle-src %3$s;%4$sframe-src %3$s</pre>',
			esc_html__( 'Content Security Policy', 'amtsweg' ),
			esc_html__( 'If your website sends one, add this to it:', 'amtsweg' ),
			esc_html( $server ),
			"\n"
		);
	}
	echo '</div>';
}
