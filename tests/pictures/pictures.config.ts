import config from '../e2e/playwright.config.ts';

/** The same program and browser as the tests, to take the README's pictures. */
// The projects there are about the order of many files; here is one.
const { projects: _projects, ...shared } = config;

export default { ...shared, testDir: import.meta.dirname };
