import config from '../e2e/playwright.config.ts';

/** The same program and browser as the tests, to take the README's pictures. */
export default { ...config, testDir: import.meta.dirname };
