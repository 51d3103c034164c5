const { installPackages } = require('./install-packages');
const { otherCompilers } = require('./toolchains');

/** Installs the packed packages once, for all files of the suite. */
module.exports = async () => {
  globalThis.acurecordPacked = await installPackages(...otherCompilers);
  process.env.ACURECORD_PACKED = globalThis.acurecordPacked.path;
};
