"""The measures of a network by networkx and igraph, beside Kring's: `measures.rs` runs this.

    peers.py EDGES PEOPLE ROUNDS

EDGES is a file with the two numbers of a tie on each line. Prints, for each library, the median time in milliseconds and what it
found. Ties are among members; the client, tied to every member, is in the ego network for constraint and effective size.
"""

import json
import statistics
import sys
import time

import igraph
import networkx

PATH, PEOPLE, ROUNDS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
CLIENT = PEOPLE
with open(PATH) as file:
    TIES = [tuple(map(int, line.split())) for line in file]
TIES_OF_CLIENT = [(CLIENT, member) for member in range(PEOPLE)]


def with_networkx():
    members = networkx.Graph()
    members.add_nodes_from(range(PEOPLE))
    members.add_edges_from(TIES)
    ego = members.copy()
    ego.add_edges_from(TIES_OF_CLIENT)
    return lambda: {
        "density": networkx.density(members),
        "components": sum(1 for _ in networkx.connected_components(members)),
        "isolates": networkx.number_of_isolates(members),
        "articulation": sorted(networkx.articulation_points(members)),
        "betweenness": list(networkx.betweenness_centrality(members).values()),
        "degree": [degree for _, degree in members.degree()],
        "constraint": networkx.constraint(ego, [CLIENT])[CLIENT],
        "effective_size": networkx.effective_size(ego, [CLIENT])[CLIENT],
    }


def with_igraph():
    members = igraph.Graph(n=PEOPLE, edges=TIES)
    ego = igraph.Graph(n=PEOPLE + 1, edges=TIES + TIES_OF_CLIENT)
    pairs = (PEOPLE - 1) * (PEOPLE - 2) / 2

    def measure():
        degree = members.degree()
        return {
            "density": members.density(),
            "components": len(members.connected_components()),
            "isolates": degree.count(0),
            "articulation": sorted(members.articulation_points()),
            "betweenness": [value / pairs for value in members.betweenness()],
            "degree": degree,
            "constraint": ego.constraint([CLIENT])[0],
            # igraph has no function for it: Borgatti's form of 1997.
            "effective_size": PEOPLE - 2 * members.ecount() / PEOPLE,
        }

    return measure


def timed(measure, rounds):
    found = measure()
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        measure()
        times.append((time.perf_counter() - begun) * 1000)
    return {"milliseconds": statistics.median(times), "found": found}


# A round of networkx takes seconds, and five give its median well enough.
print(json.dumps({"networkx": timed(with_networkx(), 5), "igraph": timed(with_igraph(), ROUNDS)}))
