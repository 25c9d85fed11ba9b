import { expect, test } from 'vitest';

test('the suite runs in a time zone that is not UTC, so that local time shows up as an error', () => {
	expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Chatham');
	expect(new Date('2010-04-06T12:00:00Z').getHours()).toBe(0);
	expect(new Date('2010-04-06T12:00:00Z').getDate()).toBe(7);
});
