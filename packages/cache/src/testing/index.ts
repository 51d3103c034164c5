export { describeCacheStore } from './describe-cache-store.js';
export type { CacheStoreUnderTest } from './describe-cache-store.js';
