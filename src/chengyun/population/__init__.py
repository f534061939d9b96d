"""一标三实: addresses, houses, people, units, and visits to them."""
