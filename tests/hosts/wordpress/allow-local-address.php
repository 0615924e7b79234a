<?php
// A plugin that must be used: WordPress may ask the server of the figures, though
// it is on this machine and on a port of its own. Nothing else is changed.

add_filter('http_request_host_is_external', fn ($is, $host) => $is || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, (int) getenv('GROUNDSWELL_PORT')]);
