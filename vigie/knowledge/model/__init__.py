"""The shapes of what Vigie knows: one class a kind of YAML entry, frozen once loaded.

Every sentence that states a fact carries the `Place` where the source states it.
A verb phrase ("enquête sur ...") has no subject and no final full stop: the answers put
the name of the agency before it, or a bullet.
"""
