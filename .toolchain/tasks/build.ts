import { finish } from '../tools.ts'
import { buildWidgets } from '../widgets.ts'

finish(await buildWidgets())
