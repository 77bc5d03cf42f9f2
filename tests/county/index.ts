export { demoDefaults, generateDemo } from '#modules/demo';
