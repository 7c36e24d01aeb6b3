import { Background, Controls, MiniMap, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'

// The peer of the map: the same library as one would use it, with as many nodes and edges, all of them elements.

const count = 1000
const firstNodes = Array.from({ length: count }, (_, at) => ({
  id: `n${at}`,
  position: { x: (at % 25) * 240, y: Math.floor(at / 25) * 60 },
  data: { label: `Groep ${at}` },
}))
const firstEdges = Array.from({ length: 2 * count }, (_, at) => ({
  id: `e${at}`,
  source: `n${(at * 7) % count}`,
  target: `n${(at * 13 + 5) % count}`,
}))

const Plain = () => {
  const [nodes, , onNodesChange] = useNodesState(firstNodes)
  const [edges, , onEdgesChange] = useEdgesState(firstEdges)
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.03}
      fitView
    >
      <Background />
      <Controls />
      <MiniMap />
    </ReactFlow>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Plain />)
