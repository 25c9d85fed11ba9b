/** ical.js with hand-written types: its own (2.2.1) are inconsistent, and `createRequire` hides them from the compiler. */
import { createRequire } from 'node:module';

interface Property {
	getValues(): unknown[];
}
interface Component {
	getAllSubcomponents(name: string): Component[];
	getFirstProperty(name: string): Property | null;
	getFirstPropertyValue(name: string): unknown;
}
interface Time {
	isDate: boolean;
	toString(): string;
}
interface Entry {
	uid: string;
	summary: string;
	description: string;
	startDate: Time;
	endDate: Time;
	duration: { toSeconds(): number };
}
interface Library {
	parse(text: string): unknown[];
	Component: new (parsed: unknown[]) => Component;
	Event: new (component: Component) => Entry;
}

const required = createRequire(import.meta.url)('ical.js') as Library & { default?: Library };
export const ICAL: Library = required.default ?? required;
