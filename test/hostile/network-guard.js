/**
 * Loaded before a program by `NODE_OPTIONS`: writes every connection it starts to the file that
 * `$CONNECTIONS` names, and lets none go out.
 */

import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function refuse(what) {
  return (...args) => {
    appendFileSync(process.env.CONNECTIONS, `${what} ${JSON.stringify(args[0])}\n`);
    throw new Error(`${what} is not allowed here`);
  };
}

net.Socket.prototype.connect = refuse('connect');
dgram.Socket.prototype.send = refuse('send');
dns.lookup = refuse('lookup');
dns.resolve = refuse('resolve');
dns.promises.lookup = refuse('lookup');
globalThis.fetch = refuse('fetch');
syncBuiltinESMExports();
