/** Takes the packed packages away. */
module.exports = () => globalThis.acurecordPacked?.remove();
