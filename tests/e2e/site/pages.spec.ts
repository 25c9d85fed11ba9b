import { expect } from '@playwright/test';
import { promisesOf } from '../../../src/lib/model/outcome.ts';
import { isBuilt, isRedirect, listHtmlFiles, test } from '../support/html.ts';
import { find, need, timeline } from '../support/support.ts';
import { languages } from '../support/samples.ts';

const { events, sources, lines } = timeline;
const SITE = [
	'/',
	'/table/',
	...(isBuilt('/promises/') || promisesOf(events, sources).length ? ['/promises/'] : []),
	'/open/',
	'/about/',
	'/share/',
	'/embed/',
	...events.map(({ id }) => `/event/${id}/`),
	...sources.map(({ id }) => `/source/${id}/`),
	...lines.map(({ id }) => `/embed/line/${id}/`),
	...events.map(({ id }) => `/embed/event/${id}/`)
];

/** What a crawler finds on a page. */
function crawl(document: Document) {
	const select = (selector: string) => [...document.querySelectorAll(selector)];
	const address = (element: Element) =>
		(element.getAttribute('href') ?? element.getAttribute('src'))!;
	return {
		title: document.title,
		language: document.documentElement.getAttribute('lang'),
		ids: select('[id]').map(({ id }) => id),
		links: select(':is(a, link)[href], :is(script, img)[src]').map(address),
		levels: select('h1, h2, h3, h4, h5, h6').map(({ localName }) => Number(localName[1])),
		quotations: select('blockquote[data-evidence]').map((quotation) => ({
			cite: quotation.getAttribute('cite'),
			text: quotation.textContent.trim()
		})),
		articleLinks: select('a')
			.filter(({ textContent }) => textContent.trim() === 'Read in the article')
			.map(address),
		images: select('img:not([alt])').length
	};
}

/** `links` are absolute addresses of links and resources. */
type Seen = ReturnType<typeof crawl> & { path: string };

test.describe('the whole site', () => {
	// the tests share one crawl
	test.describe.configure({ mode: 'default' });
	let seen: Map<string, Seen>;

	test.beforeAll(async ({ readPage, baseURL }) => {
		seen = new Map();
		for (const path of SITE.filter(isBuilt)) {
			const found = await readPage(path, crawl);
			const links = found.links.map((link) => new URL(link, `${baseURL}${path}`).href);
			seen.set(path, { ...found, path, links });
		}
	});

	test('every event, source and embed page exists', () => {
		expect(SITE.filter((path) => !isBuilt(path))).toEqual([]);
	});

	test('the build contains exactly the known pages, in every language', () => {
		const built = listHtmlFiles()
			.filter((file) => !isRedirect(file))
			.map((file) => `/${file}`)
			.filter((file) => file.endsWith('/index.html'))
			.map((file) => file.slice(0, -'index.html'.length));
		const known = languages.flatMap(({ path }) => SITE.map((page) => path + page));
		expect(built.toSorted()).toEqual(known.toSorted());
	});

	test('every internal link and its fragment have a target', async ({ request, baseURL }) => {
		const broken: string[] = [];
		const others = new Set<string>();
		for (const { path, links } of seen.values())
			for (const link of new Set(links)) {
				const { origin, pathname, hash } = new URL(link);
				if (origin !== baseURL) continue;
				const target = seen.get(pathname);
				if (!target) others.add(pathname);
				else if (hash && !target.ids.includes(decodeURIComponent(hash.slice(1))))
					broken.push(`${path} links to ${link}`);
			}
		for (const path of others) {
			// without redirects, which not every static host supports
			const response = await request.head(path, { maxRedirects: 0 });
			if (response.status() !== 200) broken.push(`${path}: ${response.status()}`);
		}
		expect(broken).toEqual([]);
	});

	test('all pages can be reached from the home page', () => {
		const reached = new Set(['/']);
		for (const path of reached)
			for (const link of seen.get(path)?.links ?? [])
				reached.add(new URL(link).pathname.replace(/(?<!\/)$/, '/'));
		const unreachable = SITE.filter((path) => !path.startsWith('/embed/') && !reached.has(path));
		expect(unreachable).toEqual([]);
	});

	test('no two pages have the same title', () => {
		const titles = [...seen.values()]
			.filter(({ path }) => !path.startsWith('/embed/'))
			.map(({ title }) => title);
		expect(titles.filter((title) => !title)).toEqual([]);
		expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
	});

	test('headings start with a single h1 and skip no level', () => {
		for (const { path, levels } of seen.values()) {
			expect(
				levels.filter((level) => level === 1),
				path
			).toHaveLength(1);
			expect(levels[0], path).toBe(1);
			levels.forEach((level, index) => {
				if (index) expect(level - levels[index - 1]!, path).toBeLessThanOrEqual(1);
			});
		}
	});

	test('pages declare their language, and have no duplicate ids and no images without alt text', () => {
		for (const { path, language, ids, images } of seen.values()) {
			expect(language, path).toBe(languages[0]!.page);
			expect(
				ids.filter((id, index) => ids.indexOf(id) !== index),
				path
			).toEqual([]);
			expect(images, path).toBe(0);
		}
	});

	test('quotations match the dataset verbatim and cite their article', () => {
		const addressOf = new Map(sources.map(({ id, url }) => [id, url]));
		const wanted = (evidence: (typeof events)[0]['evidence']) =>
			evidence.map(({ source, exact }) => `${addressOf.get(source)} ${exact}`).toSorted();
		const shown = (path: string) =>
			seen
				.get(path)!
				.quotations.map(({ cite, text }) => `${cite} ${text}`)
				.toSorted();
		for (const { id, evidence } of events) {
			expect(shown(`/event/${id}/`)).toEqual(wanted(evidence));
			expect(shown(`/embed/event/${id}/`)).toEqual(wanted(evidence));
		}
		const all = events.flatMap(({ evidence }) => evidence);
		expect(shown('/')).toEqual(wanted(all));
		for (const { id } of sources)
			expect(shown(`/source/${id}/`)).toEqual([
				...new Set(wanted(all.filter(({ source }) => source === id)))
			]);
	});

	test('“Read in the article” links to the quoted words with a text fragment', () => {
		for (const { path, quotations, articleLinks } of seen.values()) {
			expect(articleLinks.length, path).toBe(quotations.length);
			articleLinks.forEach((link, index) => {
				const [address, fragment] = link.split('#:~:text=') as [string, string];
				const { cite, text } = quotations[index]!;
				expect(address, path).toBe(cite);
				// grammar of a text fragment: `start,end` or a single text; a hyphen would mark a prefix or suffix
				expect(fragment, path).toMatch(/^[^,&-]+(?:,[^,&-]+)?$/);
				const [start, end = start] = fragment.split(',').map(decodeURIComponent) as [string];
				expect(text.startsWith(start), `${path}: ${fragment}`).toBe(true);
				expect(text.endsWith(end), `${path}: ${fragment}`).toBe(true);
			});
		}
	});
});

test('a quotation highlights its decisive words and declares its language', async ({
	readPage
}) => {
	const foreign = new Map(
		sources
			.filter(({ language }) => language !== timeline.language)
			.map(({ id, language }) => [id, language])
	);
	const isSample = ({ source, highlight }: (typeof events)[0]['evidence'][0]) =>
		foreign.has(source) && highlight !== null;
	const event = find('highlighted quotation in another language', ({ evidence }) =>
		evidence.some(isSample)
	);
	const evidence = event.evidence.find(isSample)!;
	const { quotations, main } = await readPage(`/event/${event.id}/`, (document) => ({
		quotations: [...document.querySelectorAll('blockquote[data-evidence]')].map((quotation) => ({
			text: quotation.textContent,
			language: quotation.getAttribute('lang'),
			marked: [...quotation.querySelectorAll('mark')].map(({ textContent }) => textContent)
		})),
		main: document.querySelector('main')!.textContent
	}));
	expect(quotations.find(({ text }) => text.includes(evidence.exact))).toMatchObject({
		language: foreign.get(evidence.source),
		marked: [evidence.exact.slice(...evidence.highlight!)]
	});
	expect(main).toContain(evidence.translation);
});

test('an event page shows its date and its neighbours', async ({ readPage }) => {
	need('three events', events[2], events[0]!);
	const [before, event, after] = events.slice(Math.min(4, events.length - 3)) as [
		(typeof events)[0],
		(typeof events)[0],
		(typeof events)[0]
	];
	const { main, neighbours } = await readPage(`/event/${event.id}/`, (document) => ({
		main: document.querySelector('main')!.textContent,
		neighbours: [...document.querySelectorAll('nav[aria-label="Previous and next events"] a')].map(
			(link) => ({ text: link.textContent, address: link.getAttribute('href') })
		)
	}));
	expect(main).toContain(event.date.label);
	if (event.date.note) expect(main).toContain(event.date.note);
	expect(neighbours).toMatchObject([
		{ address: `/event/${before.id}/` },
		{ address: `/event/${after.id}/` }
	]);
	expect(neighbours[0]!.text).toContain(before.title);
	expect(neighbours[1]!.text).toContain(after.title);
	const { title, heading } = await readPage(`/event/${after.id}/`, (document) => ({
		title: document.title,
		heading: document.querySelector('h1')!.textContent
	}));
	expect(heading).toBe(after.title);
	expect(title).toContain(after.title);
});

test('a source page doesn’t list a disputed event as supported', async ({ readPage }) => {
	const event = find('disputed event', ({ evidence }) =>
		evidence.some(({ stance }) => stance === 'disputes')
	);
	const evidence = event.evidence.find(({ stance }) => stance === 'disputes')!;
	const { supported, links } = await readPage(
		`/source/${evidence.source}/`,
		(document, exact) => {
			const section = [...document.querySelectorAll('section')].find((one) =>
				one.querySelector('blockquote')?.textContent.includes(exact)
			)!;
			return {
				supported: [...section.querySelectorAll('*')]
					.map(({ textContent }) => textContent.trim())
					.filter((text) => text.startsWith('Supports')),
				links: [...section.querySelectorAll('a')].map(({ textContent }) => textContent.trim())
			};
		},
		evidence.exact
	);
	expect(supported.filter((text) => text.includes(event.title))).toEqual([]);
	expect(links).toContain(event.title);
});
