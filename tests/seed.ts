import fc from 'fast-check';

// One seed for every run, so that a change is judged by the change; JUNHENG_SEED=<number> looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.JUNHENG_SEED ?? 20260901) });
