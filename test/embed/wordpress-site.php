<?php
/**
 * What the test lets a WordPress do, through its own functions: `php wordpress-site.php <folder> <deed>`, JSON in and out.
 *
 * @package Amtsweg
 */

[ , $folder, $deed ] = $argv;
$given               = json_decode( stream_get_contents( STDIN ), true );

if ( 'install' === $deed ) {
	define( 'WP_INSTALLING', true );

	/** It would write a mail to the administrator. */
	function wp_new_blog_notification() {}
}

require "$folder/wp-load.php";

/** A new site: its people, the theme, the plugin, and what an administrator enters on the plugin's page. */
function install( array $given ): array {
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	require_once ABSPATH . 'wp-admin/includes/plugin.php';
	wp_install( 'Musterstadt', 'verwaltung', 'verwaltung@musterstadt.example', true, '', $given['password'], 'de_DE' );
	foreach ( array( 'editor', 'author' ) as $role ) {
		wp_insert_user(
			array(
				'user_login' => $role,
				'user_pass'  => $given['password'],
				'role'       => $role,
			)
		);
	}
	// The greeting of the block editor would lie over everything.
	foreach ( get_users( array( 'fields' => 'ID' ) ) as $user ) {
		$known = array( 'welcomeGuide' => false );
		update_user_meta( $user, 'wp_persisted_preferences', array( 'core/edit-post' => $known, '_modified' => gmdate( DATE_ATOM ) ) );
	}
	switch_theme( 'twentytwentythree' );
	if ( ! isset( $given['settings'] ) ) {
		return array( 'problem' => null );
	}
	$problem = activate_plugin( 'amtsweg/amtsweg.php' );
	amtsweg_register_settings();
	update_option( 'amtsweg', $given['settings'] );
	return array( 'problem' => is_wp_error( $problem ) ? $problem->get_error_message() : null );
}

/** A post as somebody of this role saves it, with all that WordPress does to it. */
function save( array $given ): array {
	wp_set_current_user( get_user_by( 'login', $given['role'] )->ID );
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $given['title'],
				'post_content' => $given['content'],
				'post_status'  => 'publish',
			)
		)
	);
	return array(
		'id'            => $id,
		'saved'         => get_post( $id )->post_content,
		'mayWriteHtml'  => current_user_can( 'unfiltered_html' ),
	);
}

/** What the block editor asks for when somebody pastes an address. */
function preview( array $given ): array {
	wp_set_current_user( get_user_by( 'login', $given['role'] )->ID );
	$request = new WP_REST_Request( 'GET', '/oembed/1.0/proxy' );
	$request->set_param( 'url', $given['url'] );
	return json_decode( wp_json_encode( rest_do_request( $request )->get_data() ), true );
}

/** What the form of the settings makes of an entry. */
function enter( array $given ): array {
	require_once ABSPATH . 'wp-admin/includes/template.php';
	$kept = amtsweg_checked_settings( $given );
	return array(
		'kept'   => $kept,
		'errors' => array_column( get_settings_errors( 'amtsweg' ), 'message' ),
	);
}

/** Our plugin as a zip, as the guide packs it. */
function pack_plugin( array $given ): array {
	require_once ABSPATH . 'wp-admin/includes/class-pclzip.php';
	$zip = new PclZip( $given['to'] );
	return array( 'files' => count( $zip->create( $given['from'], PCLZIP_OPT_REMOVE_PATH, $given['from'], PCLZIP_OPT_ADD_PATH, 'amtsweg' ) ) );
}

/** Removes the plugin as the page of plugins does. */
function uninstall(): array {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';
	deactivate_plugins( 'amtsweg/amtsweg.php' );
	uninstall_plugin( 'amtsweg/amtsweg.php' );
	return array( 'left' => $GLOBALS['wpdb']->get_col( "select option_name from {$GLOBALS['wpdb']->options} where option_name like '%amtsweg%'" ) );
}

echo wp_json_encode( $deed( $given ?? array() ) );
