// A program that shares a token store with others: it makes a call whenever it is told to, and says how that ended.
import { createTransport, fileTokenStore, oauth } from '../src/index.js';

const [baseUrl = '', store = ''] = process.argv.slice(2);
const transport = createTransport({
  baseUrl,
  auth: oauth({ grant: 'refresh_token', clientId: 'id@Company', tokenStore: fileTokenStore(store) }),
  rateLimit: { callsPerSecond: Infinity },
});
process.on('message', () => {
  transport.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer' }).then(
    () => process.send?.('ok'),
    (error: Error) => process.send?.(error.message),
  );
});
process.send?.('ready');
