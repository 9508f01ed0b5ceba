import { assert, integer, ipV4, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { whyInside } from './inside-address.ts'

const why = (address: string) => whyInside(address, { allowLoopback: false })

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:808:808::',
  '3fff::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '',
  'localhost',
])('%s is refused', (address) => expect(why(address)).toMatch(/\w/))

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '93.184.216.34',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '2a00:1450:4001::1',
])('%s is public', (address) => expect(why(address)).toBeUndefined())

test('allowing loopback allows nothing else', () => {
  expect(whyInside('127.0.0.1', { allowLoopback: true })).toBeUndefined()
  expect(whyInside('::1', { allowLoopback: true })).toBeUndefined()
  assert(
    property(ipV4(), (address) => {
      if (!address.startsWith('127.')) expect(whyInside(address, { allowLoopback: true })).toBe(why(address))
    }),
  )
})

test('no way of putting an IPv4 address into an IPv6 one gets through', () => {
  const byte = integer({ min: 0, max: 255 })
  assert(
    property(tuple(byte, byte, byte, byte), ([a, b, c, d]) => {
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
      for (const form of [
        `::ffff:${hex}`,
        `::${hex}`,
        `::ffff:0:${hex}`,
        `64:ff9b::${hex}`,
        `2002:${hex}::1`,
        `2001:0:${hex}::1`,
      ])
        expect(why(form), form).toBeDefined()
    }),
  )
})
