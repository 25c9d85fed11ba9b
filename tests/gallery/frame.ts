/** Mounts one part of the page, in a document of its own: `frame.html?part=chart&theme=dark`. */
import '../../src/lib/view/ui/tokens.css';
import '../../src/lib/view/ui/base.css';
import '../../src/routes/(site)/site.css';
import { mount } from 'svelte';
import { showTheme } from '../../src/lib/view/ui/theme.ts';
import Part from './Part.svelte';
import { PARTS } from './parts.ts';

const parameters = new URLSearchParams(location.search);
const part = PARTS.find(({ name }) => name === parameters.get('part'));
if (!part) throw new RangeError(`The gallery has no part "${parameters.get('part')}".`);

showTheme(parameters.get('theme'));
mount(Part, { target: document.body, props: { part } });
