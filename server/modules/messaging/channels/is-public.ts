import { BlockList, isIP, isIPv4 } from 'node:net';

/** Where mail servers listen. */
export const mailPorts: readonly number[] = [25, 465, 587, 2525];

/** Ours and our neighbours': the machine itself, its network, and what a cloud answers its machines at. */
const ours = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
])
  ours.addSubnet(net, bits, 'ipv4');
/** Of the other family only what is given out to the world, without the parts in which an address of ours can hide. */
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
const hiding = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  hiding.addSubnet(net, bits, 'ipv6');

/** Whether an address is somebody's out there: what a clinic types is no way into the network we stand in. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv4(address)) return !ours.check(address, 'ipv4');
  return world.check(address, 'ipv6') && !hiding.check(address, 'ipv6');
}
