import fc from 'fast-check';

/**
 * Set-up of every unit test file: property tests draw from one seed, so that a run can be repeated and a change, not
 * chance, is what makes a test fail. `PROPERTY_SEED=random` draws anew at each run, a number sets the seed.
 */
const wanted = process.env.PROPERTY_SEED ?? '1059';
fc.configureGlobal({ seed: wanted === 'random' ? Date.now() | 0 : Number(wanted) });
