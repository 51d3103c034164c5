import { setDefaultClient } from '@acurecord/metadata';
import { describeEntityGateway } from '@acurecord/metadata/testing';
import { Customer } from './demo-entities.js';
import { simulated } from './simulated.js';

describeEntityGateway('RestGateway', async () => {
  const { client, close } = await simulated();
  return { gateway: client.gateway, known: 'ABARTENDE', close };
});

describe('RestGateway with exact decimals', () => {
  it('reads every decimal as the text it came as, and sends it back as it was', async () => {
    const erp = await simulated({}, { decimals: 'string' });
    setDefaultClient(erp.client);
    try {
      const customer = await Customer.find('ABARTENDE');
      expect(customer.CreditLimit).toMatch(/^10000\.0+$/);
      expect(customer.raw('CreditLimit')).toBe(customer.CreditLimit);
      customer.CreditLimit = '10000' as never;
      expect(customer.isDirty).toBe(false);
      customer.CreditLimit = '0.10' as never;
      expect(customer.toWire()).toEqual({ id: customer.id, CreditLimit: { value: 0.1 } });
      await customer.save();
      expect(Number(customer.CreditLimit)).toBe(0.1);
      customer.CreditLimit = '12345678901234567.89' as never;
      expect(customer.toWire()).toMatchObject({ CreditLimit: { value: '12345678901234567.89' } });
    } finally {
      setDefaultClient(undefined);
      await erp.close();
    }
  });
});

describe('RestGateway', () => {
  it('keeps to the branch, the business day and the version of one call', async () => {
    const erp = await simulated();
    try {
      const options = { branch: 'MAIN', businessDate: '2024/01/01', archived: true };
      await Customer.using(erp.client).query().options(options).take(1).toArray();
      expect(erp.sim.requests().at(-1)?.headers).toMatchObject({
        'px-cbapibranch': 'MAIN',
        'px-cbapibusinessdate': '2024/01/01',
        'px-apiarchive': 'SHOW',
      });
      await expect(Customer.using(erp.client).find('ABARTENDE', { apiVersion: '1.0' })).rejects.toThrow(
        '/entity/Default/1.0/Customer',
      );
      await expect(Customer.using(erp.client).find('ABARTENDE', { branch: 'A\r\nB' })).rejects.toThrow(
        'cannot stand in a header',
      );
    } finally {
      await erp.close();
    }
  });
});
