import { testBoxes } from '../../component/dataset-boxes.ts';
import { dataset } from './dataset.ts';

testBoxes(dataset);
