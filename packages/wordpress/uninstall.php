<?php
/**
 * Nothing stays behind: the one option of every site.
 *
 * @package Amtsweg
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! is_multisite() ) {
	delete_option( 'amtsweg' );
	return;
}

$amtsweg_sites = get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
);
foreach ( $amtsweg_sites as $amtsweg_site ) {
	delete_blog_option( $amtsweg_site, 'amtsweg' );
}
