/** Reads pages as a crawler does: the built HTML, parsed by the browser, without running its scripts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test as base } from '@playwright/test';

/**
 * Evaluates a function in the browser, with the parsed document of a built page.
 * @param path of the page, with a trailing slash, or of an HTML file
 */
export type ReadPage = <Result, Argument = undefined>(
	path: string,
	read: (document: Document, argument: Argument) => Result,
	argument?: Argument
) => Promise<Result>;

/** The file of a page in build/. */
function fileOf(path: string): string {
	return `build${path}${path.endsWith('/') ? 'index.html' : ''}`;
}

export function isBuilt(path: string): boolean {
	return existsSync(fileOf(path));
}

/** The HTML of a built page. */
export function htmlOf(path: string): string {
	return readFileSync(fileOf(path), 'utf8');
}

/** The paths of all built HTML files, or of others, relative to the build's folder, with slashes. */
export function listHtmlFiles(folder = 'build', names = /\.html$/): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => names.test(file));
}

/** Whether a built HTML file only leads from a former id to the current one. */
export function isRedirect(file: string): boolean {
	return readFileSync(`build/${file}`, 'utf8').includes('http-equiv="refresh"');
}

/** Tests with `readPage`; the tests of a worker share the page that parses. */
export const test = base.extend<object, { readPage: ReadPage }>({
	readPage: [
		async ({ browser }, use) => {
			const page = await browser.newPage();
			await use(async (path, read, argument) => {
				const parsed = await page.evaluateHandle(
					(html) => new DOMParser().parseFromString(html, 'text/html'),
					htmlOf(path)
				);
				try {
					return await parsed.evaluate(
						read as (document: Document, argument: unknown) => never,
						argument
					);
				} finally {
					await parsed.dispose();
				}
			});
			await page.close();
		},
		{ scope: 'worker' }
	]
});
