package io.ansflow.kubernetes.http;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AddressGuardTest {
    private final AddressGuard open = guard(true);
    private final AddressGuard strict = guard(false);

    @ParameterizedTest
    @CsvSource({
        "169.254.169.254, metadata",
        "169.254.170.2, metadata",
        "100.100.100.200, metadata",
        "192.0.0.192, metadata",
        "168.63.129.16, metadata",
        "fd00:ec2::254, metadata",
        "fd20:ce::254, metadata",
        "::ffff:169.254.169.254, metadata",
        "::169.254.169.254, metadata",
        "::ffff:0:169.254.169.254, metadata",
        "64:ff9b::a9fe:a9fe, metadata",
        "64:ff9b:1::a9fe:a9fe, metadata",
        "2002:a9fe:a9fe::1, metadata",
        "2001:0:4136:e378:8000:63bf:5601:5601, metadata",
        "2001:db8::5efe:169.254.169.254, metadata",
        "2001:db8::200:5efe:169.254.169.254, metadata",
        "169.254.0.1, link-local",
        "169.254.255.255, link-local",
        "fe80::1, link-local",
        "febf::1, link-local",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "ff02::1, multicast",
        "0.0.0.0, reserved",
        "0.1.2.3, reserved",
        "240.0.0.1, reserved",
        "255.255.255.255, reserved",
        "::, reserved",
    })
    void never(String address, String reason) {
        assertThat(refusal(open, address)).isEqualTo(reason);
        assertThat(refusal(strict, address)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "::1, loopback",
        "::ffff:127.0.0.1, loopback",
        "64:ff9b::7f00:1, loopback",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "100.64.0.1, private",
        "100.127.255.255, private",
        "fc00::1, private",
        "fdff::1, private",
        "fec0::1, private",
        "2002:c0a8:101::1, private",
    })
    void by_setting(String address, String reason) {
        assertThat(refusal(strict, address)).isEqualTo(reason);
        assertThatCode(() -> open.check(InetAddress.ofLiteral(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2001:db8::1",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::1",
            })
    void anywhere_else(String address) {
        assertThatCode(() -> strict.check(InetAddress.ofLiteral(address))).doesNotThrowAnyException();
    }

    private static String refusal(AddressGuard guard, String address) {
        var refusal = catchThrowableOfType(AddressNotAllowed.class, () -> guard.check(InetAddress.ofLiteral(address)));
        assertCanBeTold(ClusterFailure.because(FailureCode.ADDRESS_NOT_ALLOWED, refusal.reason(), refusal.address()));
        return refusal.reason();
    }

    private static AddressGuard guard(boolean allow) {
        Duration second = Duration.ofSeconds(1);
        return new AddressGuard(new HttpLimits(
                allow, allow, second, second, second, second, second, second, second, DataSize.ofMegabytes(1)));
    }
}
