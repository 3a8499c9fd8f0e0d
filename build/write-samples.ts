import { samplesFolder, writeSamples } from './generate-samples.ts';

writeSamples(samplesFolder);
