import '../../src/lib/view/ui/tokens.css';
import '../../src/lib/view/ui/base.css';
import { mount } from 'svelte';
import Gallery from './Gallery.svelte';

mount(Gallery, { target: document.body });
