"""Say which addresses of machines may be fetched from: the public ones, and no other.

In:   what a name resolves to, in numbers.
Out:  whether that is a machine on the open net.
Not:  names and the fetching: read/fetching.py.
"""

from ipaddress import IPv4Network, IPv6Network, ip_address

# Of IANA's registries of special addresses. By hand, and the same for every Python: `is_global` changed its mind
# within 3.11, calls multicast global, and lets through addresses of version 6 that hold a private one of version 4.
PRIVATE_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this machine
            "10.0.0.0/8",
            "100.64.0.0/10",  # behind a provider
            "127.0.0.0/8",  # this machine
            "169.254.0.0/16",  # this cable; clouds tell their secrets there
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",  # relays of version 6
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # many machines at once
            "240.0.0.0/4",  # reserved, and everybody
        ),
    )
)
PUBLIC_6 = IPv6Network("2000::/3")  # all else of version 6 is this machine, this cable, a translation, or nobody's
PRIVATE_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))  # tunnels, examples


def is_public(number: str) -> bool:
    """Say whether an address in numbers is one of the open net; what is no such address is not."""
    try:
        address = ip_address(number)
    except ValueError:
        return False
    if address.version == 4:
        return not any(address in network for network in PRIVATE_4)
    return address in PUBLIC_6 and not any(address in network for network in PRIVATE_6)
