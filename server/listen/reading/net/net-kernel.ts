import { assembleModule } from '../../../lib/wasm/assemble-module.ts'
import type { Products } from '../../../lib/wasm/products-routine.ts'
import { productsRoutine } from '../../../lib/wasm/products-routine.ts'
import type { Pool } from './pool-routine.ts'
import { poolRoutine } from './pool-routine.ts'

/** The two loops in which a net spends its time. Places are bytes into `memory`. */
export interface NetKernel {
  memory: WebAssembly.Memory
  products: Products
  pool: Pool
}

const pageSize = 65_536

/** A kernel with so many bytes of memory; what is never touched costs nothing. */
export function openNetKernel(bytes: number): NetKernel {
  const pages = Math.ceil(bytes / pageSize)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const module = new WebAssembly.Module(assembleModule([productsRoutine, poolRoutine]))
  const { exports } = new WebAssembly.Instance(module, { kernel: { memory } })
  const { products, pool } = exports as unknown as Omit<NetKernel, 'memory'>
  return { memory, products, pool }
}
