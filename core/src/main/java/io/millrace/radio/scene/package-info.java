/**
 * Where transmitters and receivers are, and what arrives: geometry, link budget, dilution of precision; all scalar, on the host.
 *
 * <p>Read in this order: {@link io.millrace.radio.scene.Scene}, its parts {@link io.millrace.radio.scene.Layout},
 * {@link io.millrace.radio.scene.Earth}, {@link io.millrace.radio.scene.Terrain}; {@link io.millrace.radio.scene.SceneReader}, which draws
 * until a position is good; {@link io.millrace.radio.scene.Link}, what it draws; {@link io.millrace.radio.scene.Position}, how well
 * receivers fix it; {@link io.millrace.radio.scene.SceneKeys}, the settings.
 */
package io.millrace.radio.scene;
