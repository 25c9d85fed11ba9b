<?php
// Installs WordPress (`install`), or publishes the posts given as JSON on standard input (`publish`).
[ , $site, $command ] = $argv;
$_SERVER['HTTP_HOST'] = 'localhost';

if ( $command === 'install' ) {
	define( 'WP_INSTALLING', true );
	$source = file_get_contents( "$site/wp-config.php" );
	preg_match( "/'localhost:(.+?)'/", $source, $socket );
	$database = new mysqli( 'localhost', 'root', '', '', 0, $socket[1] );
	$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
	// WordPress refuses to fetch from its own machine, where this test's timeline is.
	mkdir( "$site/wp-content/mu-plugins" );
	file_put_contents( "$site/wp-content/mu-plugins/loopback.php", "<?php
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', fn( \$ports, \$host, \$url ) => [ ...\$ports, (int) wp_parse_url( \$url, PHP_URL_PORT ) ], 10, 3 );
" );
	require "$site/wp-load.php";
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	wp_install( 'Host', 'administrator', 'admin@example.org', true, '', 'password' );
	wp_insert_user( [ 'user_login' => 'author', 'user_pass' => 'password', 'user_email' => 'author@example.org', 'role' => 'author' ] );
	exit;
}

require "$site/wp-load.php";
$addresses = [];
foreach ( json_decode( file_get_contents( 'php://stdin' ), true ) as $post ) {
	// as this user, so that WordPress filters what the user may not write
	wp_set_current_user( get_user_by( 'login', $post['author'] )->ID );
	kses_init();
	$id = wp_insert_post( wp_slash( [
		'post_title' => $post['name'],
		'post_content' => $post['content'],
		'post_status' => 'publish',
	] ), true );
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() );
		exit( 1 );
	}
	$addresses[ $post['name'] ] = get_permalink( $id );
}
echo json_encode( $addresses );
