import { builtIn } from '../built-in.js';

/** Stands in for `node:https` where the build puts cross-fetch into the package: sites without TLS need none of it. */
const https = {
  get request() {
    return builtIn('node:https').request;
  },
};

export { https as default };
