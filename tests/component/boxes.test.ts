import { dataset } from './dataset.ts';
import { testBoxes } from './dataset-boxes.ts';

testBoxes(dataset);
