import { expect, test } from 'vitest';

test('the suite runs outside UTC, so that any use of local time fails', () => {
	expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Chatham');
	expect(new Date('2010-04-06T12:00:00Z').getHours()).toBe(0);
	expect(new Date('2010-04-06T12:00:00Z').getDate()).toBe(7);
});
