import { testQuotations, testTimelineJs } from '../../component/dataset-claims.ts';
import { dataset } from './dataset.ts';

testQuotations(dataset);
testTimelineJs(dataset);
