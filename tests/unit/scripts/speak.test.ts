import { describe, expect, test } from 'vitest';
import { splitMessages } from '../../../scripts/speak.js';

const code = `
import * as registry from '../registry.js'
export const cite = /** @type {() => string} */ () => {
	return /** @type {string} */ (\`Cite; export const close = 1\`)
};

export const event_count = (i) => {const countPlural = registry.plural("en", i?.count, {});
	if (countPlural === "one") return \`\${i?.count} event\`;
	return \`\${i?.count} events\`;
};
`;

describe('messages, split into modules', () => {
	const messages = splitMessages(code);

	test('are one a module, by name', () => {
		expect(Object.keys(messages)).toEqual(['cite', 'event_count']);
		expect(messages.cite).toContain('Cite; export const close');
		expect(messages.cite).not.toContain('countPlural');
	});

	test('bring what they count with, and nothing else', () => {
		expect(messages.event_count).toMatch(/^import \* as registry from ".*\/registry\.js";\n/);
		expect(messages.cite).not.toContain('import');
	});
});
