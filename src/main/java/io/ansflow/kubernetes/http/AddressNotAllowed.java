package io.ansflow.kubernetes.http;

import java.io.IOException;

/** The {@link AddressGuard} does not let a connection go to this address. */
final class AddressNotAllowed extends IOException {
    private final String address;
    private final String reason;

    /** @param reason one of {@code ADDRESS_NOT_ALLOWED} */
    AddressNotAllowed(String address, String reason) {
        super(address + " is not allowed: " + reason);
        this.address = address;
        this.reason = reason;
    }

    String address() {
        return address;
    }

    String reason() {
        return reason;
    }
}
