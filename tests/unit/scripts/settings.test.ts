import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseBasePath, parseSettings, parseSiteOrigin } from '../../../scripts/settings.js';

describe('BASE_PATH', () => {
	test.each([
		[undefined, ''],
		['', ''],
		['/timeline', '/timeline'],
		['/a/b-c_d.e~f', '/a/b-c_d.e~f']
	])('%j gives %j', (value, base) => {
		expect(parseBasePath(value)).toBe(base);
	});

	test.each([
		'timeline',
		'/timeline/',
		'/',
		'//host',
		'/a//b',
		'/a/../b',
		'/./a',
		'/a?b',
		'/a#b',
		'/a b',
		'/%61',
		'https://example.org/a',
		'C:/a'
	])('%j is rejected in one sentence', (value) => {
		expect(() => parseBasePath(value)).toThrow(
			new Error(
				'BASE_PATH must be a path such as /timeline, which starts with a slash, does not end ' +
					'with one and holds only letters, digits and . _ ~ -, but it is ' +
					`${JSON.stringify(value)}.`
			)
		);
	});
});

describe('SITE_ORIGIN', () => {
	test.each([
		[undefined, null],
		['', null],
		['https://example.org', 'https://example.org'],
		['http://localhost:4173', 'http://localhost:4173'],
		['HTTPS://Example.org:443', 'https://example.org'],
		['https://[::1]:8443', 'https://[::1]:8443']
	])('%j gives %j', (value, origin) => {
		expect(parseSiteOrigin(value)).toBe(origin);
	});

	test.each([
		'example.org',
		'//example.org',
		'ftp://example.org',
		'https:example.org',
		'https://',
		'https://example.org/',
		'https://example.org/timeline',
		'https://example.org?a',
		'https://example.org#a',
		'https://user@example.org',
		'https://example.org:99999',
		'https://exa mple.org',
		' https://example.org'
	])('%j is rejected in one sentence', (value) => {
		expect(() => parseSiteOrigin(value)).toThrow(
			new Error(
				'SITE_ORIGIN must be an http or https origin such as https://example.org, with nothing ' +
					`after the host and port, but it is ${JSON.stringify(value)}.`
			)
		);
	});
});

test('both settings are read from the environment', () => {
	expect(parseSettings({})).toEqual({ base: '', origin: null });
	expect(parseSettings({ BASE_PATH: '/x', SITE_ORIGIN: 'https://example.org' })).toEqual({
		base: '/x',
		origin: 'https://example.org'
	});
});

test('a malformed value ends the process with only one sentence on stderr', () => {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['svelte.config.js'], {
		env: { ...process.env, BASE_PATH: 'x' },
		encoding: 'utf8'
	});
	expect(status).toBe(1);
	expect(stdout).toBe('');
	expect(stderr).toMatch(/^BASE_PATH must be .*\.\n$/);
});
