import { expect } from '@playwright/test';
import { test } from '../../e2e/support/html.ts';

test('the plan for the US and the rumour about the M2 have no known outcome', async ({
	readPage
}) => {
	const rowOf = (id: string) =>
		readPage(
			'/promises/',
			(document, id) => {
				const row = document.querySelector(`[data-promise="${id}"]`)!;
				return {
					text: row.textContent.replace(/\s+/g, ' '),
					articles: [...row.querySelectorAll('a')]
						.filter((link) => link.textContent.trim() === 'Read in the article')
						.map((link) => link.getAttribute('href'))
				};
			},
			id
		);
	const plan = await rowOf('us-plan');
	expect(plan.text).toContain('The five articles don’t say.');
	expect(plan.text).toMatch(/two of them were published after it was due\./i);
	expect(plan.articles).not.toEqual([]);
	for (const address of plan.articles) expect(address).toMatch(/apdnews.*#:~:text=/);
	expect((await rowOf('m2-rumour')).text).toContain('No date was given.');
});
